// SPDX-License-Identifier: Apache-2.0
// A wrist watch laid flat on dark slate paper, seen from above.
#include "studio.inc"

#declare Steel = Satin(srgb <0.83, 0.83, 0.84>)
#declare Polished = texture {
  pigment { color srgb <0.80, 0.80, 0.82> }
  finish { diffuse 0.3 specular 0.6 roughness 0.01 metallic reflection { 0.55 metallic } conserve_energy }
}
#declare Leather = texture {
  pigment {
    bozo
    turbulence 0.5
    scale 0.08
    color_map { [0 color srgb <0.55, 0.33, 0.19>] [1 color srgb <0.47, 0.27, 0.15>] }
  }
  normal { crackle 0.18 scale 0.018 }
  finish { diffuse 0.74 specular 0.2 roughness 0.05 }
}
#declare Thread = Matte(srgb <0.86, 0.78, 0.64>)
#declare Face = texture {
  pigment { color srgb <0.93, 0.92, 0.88> }
  finish { diffuse 0.8 specular 0.2 roughness 0.01 }
}
#declare Hole_Dark = Matte(srgb <0.10, 0.06, 0.04>)
#declare Blue_Steel = texture {
  pigment { color srgb <0.10, 0.16, 0.36> }
  finish { diffuse 0.6 specular 0.6 roughness 0.02 reflection 0.08 }
}

// One half of the strap, along +z from the case; the far end is round.
#macro Strap(Length, Width)
  union {
    object { Round_Box_Union(<-Width/2, 0.005, 0.36>, <Width/2, 0.085, Length - Width/2>, 0.028) texture { Leather } }
    object { Round_Cylinder_Union(<0, 0.005, Length - Width/2>, <0, 0.085, Length - Width/2>, Width/2, 0.028) texture { Leather } }
    #local Z = 0.56;
    #while (Z < Length - Width/2 - 0.02)
      object { Round_Box_Union(<-0.009, 0.075, -0.022>, <0.009, 0.093, 0.022>, 0.008) translate <Width/2 - 0.04, 0, Z> texture { Thread } }
      object { Round_Box_Union(<-0.009, 0.075, -0.022>, <0.009, 0.093, 0.022>, 0.008) translate <0.04 - Width/2, 0, Z> texture { Thread } }
      #local Z = Z + 0.062;
    #end
  }
#end

#declare Case = union {
  difference {
    union {
      object { Round_Cylinder_Union(y * 0.02, y * 0.17, 0.43, 0.03) texture { Steel } }
      object { Round_Cylinder_Union(y * 0.15, y * 0.205, 0.405, 0.025) texture { Polished } }
    }
    cylinder { y * 0.165, y * 1, 0.355 texture { Polished } }
  }
  cylinder { y * 0.1, y * 0.17, 0.36 texture { Face } }
  // lugs
  #local I = 0;
  #while (I < 4)
    #local Sx = 2 * mod(I, 2) - 1;
    #local Sz = 2 * floor(I / 2) - 1;
    object {
      Round_Box_Union(<-0.042, 0.02, -0.11>, <0.042, 0.13, 0.11>, 0.03)
      rotate x * Sz * 8
      translate <Sx * 0.262, 0, Sz * 0.40>
      texture { Steel }
    }
    #local I = I + 1;
  #end
  // crown
  object { Round_Cylinder_Union(<0.42, 0.10, 0>, <0.52, 0.10, 0>, 0.055, 0.012) texture { Steel } }
  #local I = 0;
  #while (I < 24)
    object { Round_Box_Union(<0.45, 0.05, -0.004>, <0.515, 0.058, 0.004>, 0.003) rotate x * I * 15 translate y * 0.10 texture { Steel } }
    #local I = I + 1;
  #end
}

#declare Dial = union {
  #local I = 0;
  #while (I < 60)
    #if (mod(I, 5) = 0)
      object { Round_Box_Union(<-0.011, 0.165, 0.265>, <0.011, 0.182, 0.335>, 0.004) rotate y * I * 6 texture { Blue_Steel } }
    #else
      box { <-0.003, 0.165, 0.318>, <0.003, 0.1715, 0.338> rotate y * I * 6 texture { Blue_Steel } }
    #end
    #local I = I + 1;
  #end
  object { Round_Box_Union(<-0.015, 0.182, -0.05>, <0.015, 0.190, 0.20>, 0.003) rotate y * -56 texture { Blue_Steel } }
  object { Round_Box_Union(<-0.011, 0.190, -0.06>, <0.011, 0.198, 0.30>, 0.003) rotate y * 48 texture { Blue_Steel } }
  object { Round_Box_Union(<-0.004, 0.198, -0.09>, <0.004, 0.203, 0.31>, 0.002) rotate y * 172 pigment { color srgb <0.75, 0.15, 0.10> } }
  cylinder { y * 0.165, y * 0.207, 0.018 texture { Polished } }
  torus { 0.10, 0.0025 translate <0, 0.1705, -0.17> texture { Blue_Steel } }
  text { ttf "cyrvetic.ttf" "MERIDIAN" 0.004, x * 0.1 scale <0.052, 0.052, 1> rotate x * 90 translate <-0.128, 0.173, 0.13> texture { Blue_Steel } }
}

#declare Buckle = union {
  difference {
    object { Round_Box_Union(<-0.25, 0.0, 1.22>, <0.25, 0.09, 1.50>, 0.03) }
    box { <-0.185, -1, 1.20>, <0.185, 1, 1.44> }
    texture { Polished }
  }
  object { Round_Box_Union(<-0.02, 0.07, 1.20>, <0.02, 0.105, 1.50>, 0.014) texture { Polished } }
  object { Round_Box_Union(<-0.235, 0.0, 0.98>, <0.235, 0.115, 1.06>, 0.03) texture { Leather } }
}

#declare Product = union {
  object { Case }
  object { Dial }
  Strap(1.28, 0.42)
  object { Buckle }
  union {
    Strap(1.75, 0.42)
    #local I = 0;
    #while (I < 6)
      cylinder { <0, 0.08, 0.98 + 0.1 * I>, <0, 0.0865, 0.98 + 0.1 * I>, 0.022 texture { Hole_Dark } }
      #local I = I + 1;
    #end
    rotate y * 180
  }
}

Studio_Camera(<0.5, 6.2, -3.6>, <-0.02, 0.05, -0.04>, 20)
Studio_Lights(0.9, 0.35, 0.6)
Backdrop_Sweep(texture {
    pigment { color srgb <0.23, 0.24, 0.26> }
    normal { granite 0.08 scale 0.2 }
    finish { diffuse 0.75 specular 0.04 roughness 0.1 }
  }, 8, 3)
object { Product rotate y * 24 translate <0, 0, 0.12> }
