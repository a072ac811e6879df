// SPDX-License-Identifier: Apache-2.0
// A rangefinder camera with a leather body on beige paper: the 12-megapixel sample.
#declare Fine = 0;
#include "studio.inc"

#declare Chrome = Satin(srgb <0.84, 0.83, 0.81>)
#declare Black_Metal = texture {
  pigment { color srgb 0.10 }
  finish { diffuse 0.6 specular 0.4 roughness 0.02 reflection { 0.02, 0.6 fresnel on } conserve_energy }
}
#declare Leather = texture {
  pigment { crackle scale 0.022 color_map { [0 color srgb 0.05] [0.3 color srgb <0.14, 0.13, 0.125>] [1 color srgb <0.17, 0.16, 0.15>] } }
  normal { crackle 0.55 scale 0.022 }
  finish { diffuse 0.7 specular 0.3 roughness 0.04 }
}
#declare White_Ink = Matte(srgb 0.92)
#declare Dark_Ink = Matte(srgb 0.12)
#declare Coated_Glass = material {
  texture {
    pigment { aoi color_map { [0.5 color srgb <0.10, 0.05, 0.16>] [0.8 color srgb <0.03, 0.06, 0.12>] [1 color srgb 0.02] } }
    finish { diffuse 0.5 specular 0.9 roughness 0.0008 reflection { 0.10, 0.9 fresnel on } conserve_energy }
  }
  interior { ior 1.6 }
}

// A ring around the lens axis (z), from Front to Back.
#macro Ring(Outer, Inner, Front, Back, Edge)
  difference {
    Round_Cylinder_Union(z * Front, z * Back, Outer, Edge)
    cylinder { z * (Front - 1), z * (Back + 1), Inner }
  }
#end
#macro Ridges(Radius, Front, Back, Count)
  #local I = 0;
  #while (I < Count)
    object {
      Round_Box_Union(<Radius - 0.02, -0.0065, Front>, <Radius + 0.006, 0.0065, Back>, 0.003)
      rotate z * (360 * I / Count)
    }
    #local I = I + 1;
  #end
#end

#declare Lens = union {
  object { Ring(0.335, 0.10, -0.27, -0.10, 0.012) texture { Chrome } }
  object { Ring(0.325, 0.10, -0.42, -0.25, 0.010) texture { Black_Metal } }
  union { Ridges(0.325, -0.40, -0.32, 72) texture { Black_Metal } }
  object { Ring(0.300, 0.10, -0.50, -0.40, 0.010) texture { Chrome } }
  object { Ring(0.285, 0.225, -0.60, -0.48, 0.012) texture { Black_Metal } }
  difference {
    cylinder { z * -0.575, z * -0.45, 0.23 }
    cone { z * -0.60, 0.232, z * -0.50, 0.165 }
    texture { Black_Metal }
    normal { gradient z 0.4 scale 0.012 }
  }
  intersection {
    sphere { z * -0.20, 0.345 }
    cylinder { z * -0.60, z * -0.40, 0.168 }
    material { Coated_Glass }
  }
  #local I = 0;
  #while (I < 9)
    box { <-0.004, 0.303, -0.47>, <0.004, 0.3015, -0.43> texture { Dark_Ink } rotate z * (I - 4) * 11 }
    #local I = I + 1;
  #end
}

#macro Dial(Radius, Height)
  union {
    object { Round_Cylinder_Union(0, y * Height, Radius, 0.008) }
    #local I = 0;
    #while (I < 48)
      object { Round_Box_Union(<Radius - 0.01, 0.012, -0.004>, <Radius + 0.004, Height - 0.012, 0.004>, 0.002) rotate y * I * 7.5 }
      #local I = I + 1;
    #end
    texture { Chrome }
  }
#end

#declare Body = union {
  object { Round_Box_Union(<-0.72, 0.02, -0.16>, <0.72, 0.68, 0.16>, 0.13) texture { Leather } }
  intersection {
    object { Round_Box_Union(<-0.724, 0.0, -0.164>, <0.724, 0.42, 0.164>, 0.132) scale <1, 0.55, 1> }
    plane { y, 0.13 }
    texture { Chrome }
  }
  intersection {
    object { Round_Box_Union(<-0.724, 0.30, -0.164>, <0.724, 0.80, 0.164>, 0.132) }
    plane { -y, -0.60 }
    texture { Chrome }
  }
  object { Round_Box_Union(<-0.34, 0.66, -0.170>, <0.42, 0.90, 0.150>, 0.03) texture { Chrome } }
}

#macro Window(X, Y, Width, Height)
  union {
    object { Round_Box_Union(<X, Y, -0.186>, <X + Width, Y + Height, -0.15>, 0.012) texture { Black_Metal } }
    object { Round_Box_Union(<X + 0.018, Y + 0.018, -0.189>, <X + Width - 0.018, Y + Height - 0.018, -0.16>, 0.004) material { Coated_Glass } }
  }
#end

#declare Product = union {
  object { Body }
  object { Lens translate <0.04, 0.37, -0.02> }
  Window(0.19, 0.73, 0.20, 0.12)
  Window(-0.30, 0.745, 0.12, 0.09)
  object { Dial(0.105, 0.09) translate <-0.50, 0.795, 0.01> }
  object { Dial(0.095, 0.07) translate <0.55, 0.795, 0.02> }
  object { Round_Cylinder_Union(<0.55, 0.86, 0.02>, <0.55, 0.905, 0.02>, 0.042, 0.012) texture { Chrome } }
  object { Round_Box_Union(<-0.05, 0.895, -0.05>, <0.13, 0.925, 0.09>, 0.006) texture { Black_Metal } }
  torus { 0.035, 0.010 rotate x * 90 translate <-0.745, 0.60, 0> texture { Chrome } }
  torus { 0.035, 0.010 rotate x * 90 translate <0.745, 0.60, 0> texture { Chrome } }
  text { ttf "cyrvetic.ttf" "ALTO" 0.01, x * 0.12 scale <0.075, 0.075, 1> translate <-0.155, 0.765, -0.1735> texture { Dark_Ink } }
  object { Round_Cylinder_Union(<-0.58, 0.50, -0.172>, <-0.58, 0.50, -0.14>, 0.035, 0.008) texture { Chrome } }
  object { Round_Box_Union(<-0.60, 0.30, -0.185>, <-0.56, 0.52, -0.165>, 0.009) texture { Chrome } }
}

Studio_Camera(<-1.9, 1.75, -6.2>, <0.0, 0.42, -0.1>, 18)
Studio_Lights(0.8, 0.35, 0.6)
Backdrop_Sweep(Paper(srgb <0.80, 0.73, 0.64>), 2.5, 2.5)
object { Product rotate y * -4 }
